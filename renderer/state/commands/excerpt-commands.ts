import { defineCommands } from './command'

/** Commands about the table of excerpts; the keys of its rows are its own. */
export const excerptCommands = defineCommands([
  {
    id: 'view-excerpts',
    title: 'Go to Excerpts',
    menu: 'Excerpts',
    words: 'view table all annotations find filter',
    group: 'window',
    keys: ['Ctrl+2'],
    where: 'window',
    enabled: ({ workspace }) => workspace,
    checked: ({ view }) => view === 'excerpts',
    run: ports => ports.excerpts.show(),
  },
  {
    id: 'export-shown',
    title: 'Export the excerpts that are shown…',
    words: 'save table selection filter',
    group: 'lists',
    keys: ['Ctrl+E'],
    where: 'window',
    enabled: ({ workspace }) => workspace,
    // In the other views nothing is left out.
    run: ({ store, excerpts, open }) =>
      void (store.get().view === 'excerpts' ? excerpts.exportShown() : open.exportAs('csv')),
  },
  {
    id: 'preview-export',
    title: 'Preview the export of what is shown',
    words: 'loss report format',
    group: 'lists',
    where: 'window',
    enabled: ({ view }) => view === 'excerpts',
    run: ports => ports.excerpts.openPreview(),
  },
])
