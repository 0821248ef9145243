/** A Python with the programs that agreement is compared with, in a new folder; or why there is none. */
export function pythonWithPeers(folder: string): { readonly python: string } | { readonly missing: string }
