/** What the command line knows of its surroundings. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdout: Output
  readonly stderr: Output
  readonly env: { readonly [name: string]: string | undefined }
  readonly cwd: string
  readonly isTTY: boolean
  readonly columns: number | undefined
}

interface Output {
  write(text: string): unknown
}
