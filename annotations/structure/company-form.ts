/** Forms of companies that stand behind a comma too, as a pattern. */
export const companyForm = '(?:Inc|Ltd|LLC|LLP|Corp|Co|PLC|plc)'

const shortened = /[ ,](?:Inc|Ltd|Corp|Co)\.$/
const last = new RegExp(`,? (?:${companyForm}|AG|GmbH|SE|KG)\\.?$`)

/** True where the full stop at the end belongs to the form of a company ("Acme Inc."). */
export function endsShortened(text: string): boolean {
  return shortened.test(text)
}

/** What a company is called for short, in headlines and addresses: its name without its form. */
export function withoutForm(name: string): string {
  return name.replace(last, '')
}
