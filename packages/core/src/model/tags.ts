/** Tag keys and values. */
export interface Tags {
  readonly [key: string]: string
}
