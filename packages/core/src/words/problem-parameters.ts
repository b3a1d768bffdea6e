export interface ProblemParameters {
  readonly [name: string]: string
}
