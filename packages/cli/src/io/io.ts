/** What the command line knows of its surroundings. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdout: Output
  readonly stderr: Output
  readonly env: { readonly [name: string]: string | undefined }
  readonly cwd: string
  readonly isTTY: boolean
  readonly columns: number | undefined
  /** The real paths of all files that were read: no answer is written over them. */
  readonly inputs: Set<string>
}

interface Output {
  write(text: string): unknown
}
