/** What there is to read a stop from: the fields of a stopped task, or only a message. */
export interface StopInput {
  readonly message: string
  readonly stopCode?: string | null
  /** The containers of the task, as DescribeTasks gives them. */
  readonly containers?: readonly StoppedContainer[]
  /** `service:web`: the group of the task. */
  readonly group?: string | null
  /** `ecs-svc/123`, `AWS Step Functions`, or what the caller wrote. */
  readonly startedBy?: string | null
}

export interface StoppedContainer {
  readonly name: string | null
  readonly reason: string | null
  readonly exitCode: number | null
}
