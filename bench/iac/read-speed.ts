import { readTemplates } from '@farsight/iac/cloudformation'
import { parseDocument } from 'yaml'
import { median, rounded, secondsOf } from '../statistics.ts'
import { largeTemplate } from './large-template.ts'

export interface ReadSpeed {
  /** Reading a template of 1 MB, the most that CloudFormation takes. */
  readonly readSeconds: number
  /** Of this, what the library for YAML takes to parse the text. */
  readonly parseSeconds: number
  /** Time for each byte, against a template of a quarter of the size: 1 is linear. */
  readonly readGrowth: number
}

const MEGABYTE = 1_000_000
const ROUNDS = 3

export function readSpeed(): ReadSpeed {
  const whole = largeTemplate(MEGABYTE)
  const quarter = largeTemplate(MEGABYTE / 4)
  const read = (text: string) => secondsOf(() => readTemplates([{ file: 'large.yaml', text }], {}))
  const parse = (text: string) =>
    secondsOf(() => {
      parseDocument(text, { logLevel: 'silent' })
    })
  read(quarter)
  const rounds = Array.from({ length: ROUNDS }, () => ({
    quarter: read(quarter),
    whole: read(whole),
    parse: parse(whole),
  }))
  const seconds = median(rounds.map((round) => round.whole))
  return {
    readSeconds: rounded(seconds, 2),
    parseSeconds: rounded(median(rounds.map((round) => round.parse)), 2),
    readGrowth: rounded(seconds / 4 / median(rounds.map((round) => round.quarter)), 2),
  }
}
