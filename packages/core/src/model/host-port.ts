/** Where a call goes: a host name and a TCP port. */
export interface HostPort {
  readonly host: string
  readonly port: number
}
