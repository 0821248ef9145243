import { useEffect, useState } from 'react'
import type { Machine } from './state/machine'

/** Takes files that are dropped anywhere on the window; true while some are dragged over it. */
export function useDrop(onFiles: (paths: readonly string[]) => void, machine: Machine): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const onDragOver = (event: DragEvent) => {
      event.preventDefault()
      if (hasFiles(event)) setOver(true)
    }
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      const paths = [...(event.dataTransfer?.files ?? [])]
        .map(file => machine.pathForFile(file))
        .filter(path => path !== '')
      if (paths.length > 0) onFiles(paths)
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('dragleave', onDragLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('dragleave', onDragLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [onFiles, machine])
  return over
}
