import type { HeldRole } from '#app/contract/register-uses'
import { shownDate } from '../words/dates'
import './HeldRoles.css'

/** The roles a speaker held, as the releases write them, with the days of the releases. */
export function HeldRoles({ roles }: { readonly roles: readonly HeldRole[] }) {
  return (
    <div className="pm-field-group">
      <span className="pm-label" id="pm-held-roles">
        Roles held
      </span>
      {roles.length === 0 ? (
        <span className="pm-second">None yet: they are read from quotes and claims.</span>
      ) : (
        <table className="pm-held-roles" aria-labelledby="pm-held-roles">
          <thead className="pm-vh">
            <tr>
              <th scope="col">Role as written</th>
              <th scope="col">Days of the releases</th>
              <th scope="col">Highlights</th>
            </tr>
          </thead>
          <tbody>
            {roles.map(held => (
              <tr key={held.role}>
                <td>{held.role}</td>
                <td className="pm-num">{daysOf(held)}</td>
                <td className="pm-num">{held.annotations}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

function daysOf({ first, last }: HeldRole): string {
  if (first === undefined || last === undefined) return 'no date'
  return first === last ? shownDate(first) : `${shownDate(first)} – ${shownDate(last)}`
}
