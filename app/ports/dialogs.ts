/** Questions to the person that the machine's own dialogs ask. `undefined` or an empty list: cancelled. */
export interface Dialogs {
  filesToImport(): Promise<readonly string[]>
  /** A file with a new version of a release. */
  fileOfVersion(): Promise<string | undefined>
  folderToOpen(): Promise<string | undefined>
  folderToCreate(): Promise<string | undefined>
  /** A new or empty folder for a copy of the workspace. */
  folderForCopy(): Promise<string | undefined>
  placeToExport(suggestedName: string, extension: string): Promise<string | undefined>
  placeForBundle(suggestedName: string): Promise<string | undefined>
  bundleToReceive(): Promise<string | undefined>
  /** Asks whether to close although what was done last is not on the disk. */
  mayLoseUnsaved(): Promise<boolean>
  /** Shows the address and asks whether to leave Pressmark for it. */
  mayOpen(url: string): Promise<boolean>
}
