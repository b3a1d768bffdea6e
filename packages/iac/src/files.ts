/** Reads files that others name. Readers open none by themselves. */
export interface Files {
  /** `path` as it is written in the file `from`. */
  read(path: string, from: string): FoundFile
}

export type FoundFile = ReadFile | UnreadFile

export interface ReadFile {
  /** What origins and problems call it. */
  readonly file: string
  readonly text: string
}

export interface UnreadFile {
  readonly file: string
  /** `outside`: it leads out of the folder that may be read. */
  readonly failure: 'missing' | 'outside' | 'folder' | 'too-large' | 'not-utf8' | 'unreadable'
}

export function isRead(found: FoundFile): found is ReadFile {
  return 'text' in found
}
