import type { Pointer } from './origin.ts'

/** The account and Region in which a thing is. */
export interface Place {
  readonly account: string
  readonly region: string
}

/** A thing with its id and where it stands, in AWS and in the snapshot. */
export interface Placed<T> {
  readonly id: string
  readonly value: T
  readonly at: Pointer
  readonly place: Place
}
