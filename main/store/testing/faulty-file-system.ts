import { basename } from 'node:path'
import { diskFileSystem, type FileSystem, type NewFile } from '../file-system'

export type Operation = keyof FileSystem | keyof NewFile

/** Told of each operation before it is done; what it throws is thrown by the operation. `name`: the last of the path. */
export type BeforeOperation = (operation: Operation, name: string, path: string) => void | Promise<void>

/** The real disk, with something that happens before its operations, and writes of `maxWrite` bytes at most. */
export function faultyFileSystem(before: BeforeOperation, maxWrite = Number.POSITIVE_INFINITY): FileSystem {
  const disk = diskFileSystem
  const told = async (operation: Operation, path: string) => before(operation, basename(path), path)
  return {
    async create(path) {
      await told('create', path)
      return faultyFile(await disk.create(path), operation => told(operation, path), maxWrite)
    },
    async readFile(path) {
      await told('readFile', path)
      return disk.readFile(path)
    },
    async stat(path) {
      await told('stat', path)
      return disk.stat(path)
    },
    async readdir(path) {
      await told('readdir', path)
      return disk.readdir(path)
    },
    async mkdir(path) {
      await told('mkdir', path)
      return disk.mkdir(path)
    },
    async link(from, to) {
      await told('link', to)
      return disk.link(from, to)
    },
    async rename(from, to) {
      await told('rename', to)
      return disk.rename(from, to)
    },
    async unlink(path) {
      await told('unlink', path)
      return disk.unlink(path)
    },
    async syncDirectory(path) {
      await told('syncDirectory', path)
      return disk.syncDirectory(path)
    },
    async realpath(path) {
      await told('realpath', path)
      return disk.realpath(path)
    },
    async checkWritable(path) {
      await told('checkWritable', path)
      return disk.checkWritable(path)
    },
  }
}

function faultyFile(file: NewFile, told: (operation: Operation) => Promise<void>, maxWrite: number): NewFile {
  return {
    async write(bytes, start) {
      await told('write')
      return file.write(bytes.subarray(0, Math.min(bytes.length, start + maxWrite)), start)
    },
    async setMode(mode) {
      await told('setMode')
      return file.setMode(mode)
    },
    async sync() {
      await told('sync')
      return file.sync()
    },
    async stat() {
      await told('stat')
      return file.stat()
    },
    close: () => file.close(),
  }
}
