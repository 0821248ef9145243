import { type BrowserWindow, dialog } from 'electron'
import type { Dialogs } from '#app/ports/dialogs'

const documents = ['txt', 'md', 'markdown', 'html', 'htm', 'mhtml', 'docx', 'odt', 'rtf', 'pdf', 'eml', 'msg']
const allFiles = { name: 'All files', extensions: ['*'] }
const bundles = { name: 'Pressmark bundles', extensions: ['pressmark'] }

/** The dialogs of the system, in front of the window. */
export function systemDialogs(window: () => BrowserWindow | undefined): Dialogs {
  async function open(options: Electron.OpenDialogOptions): Promise<readonly string[]> {
    const parent = window()
    const answer =
      parent === undefined ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options)
    return answer.canceled ? [] : answer.filePaths
  }
  async function place(options: Electron.SaveDialogOptions): Promise<string | undefined> {
    const parent = window()
    const answer =
      parent === undefined ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(parent, options)
    return answer.canceled || answer.filePath === '' ? undefined : answer.filePath
  }
  async function ask(options: Electron.MessageBoxOptions): Promise<boolean> {
    const parent = window()
    const answer =
      parent === undefined ? await dialog.showMessageBox(options) : await dialog.showMessageBox(parent, options)
    return answer.response === 0
  }

  return {
    filesToImport: () =>
      open({
        title: 'Import press releases',
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: 'Press releases', extensions: [...documents, 'zip'] }, allFiles],
      }),
    fileOfVersion: async () =>
      (
        await open({
          title: 'Import a new version',
          properties: ['openFile'],
          filters: [{ name: 'Press releases', extensions: documents }, allFiles],
        })
      )[0],
    folderToOpen: async () => (await open({ title: 'Open a workspace', properties: ['openDirectory'] }))[0],
    folderToCreate: async () =>
      (await open({ title: 'Folder for the new workspace', properties: ['openDirectory', 'createDirectory'] }))[0],
    folderForCopy: async () =>
      (await open({ title: 'New folder for the copy', properties: ['openDirectory', 'createDirectory'] }))[0],
    placeToExport: (suggestedName, extension) =>
      place({
        title: 'Export excerpts',
        defaultPath: suggestedName,
        filters: [{ name: extension, extensions: [extension] }],
      }),
    placeForBundle: suggestedName =>
      place({ title: 'Bundle for a colleague', defaultPath: suggestedName, filters: [bundles] }),
    bundleToReceive: async () =>
      (
        await open({
          title: 'Receive a colleague’s bundle',
          properties: ['openFile'],
          filters: [bundles, { name: 'All files', extensions: ['*'] }],
        })
      )[0],
    mayLoseUnsaved: () =>
      ask({
        type: 'warning',
        message: 'What you did last is not saved.',
        detail: 'It is in this window only. Keep it open, mend what the status bar names, and press Retry there.',
        buttons: ['Close without saving', 'Keep open'],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      }),
    mayOpen: url =>
      ask({
        type: 'question',
        message: 'Open this address in your browser?',
        detail: url,
        buttons: ['Open', 'Cancel'],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      }),
  }
}
