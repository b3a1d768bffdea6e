import { type SourceKind, usageWords } from '@farsight/core'
import { CliError } from './cli-error.ts'

const TEMPLATES = ['template', 'cdk'] as const
const RUN = ['task-definition'] as const

/** Options that only some sources take. */
const BELONGS_TO = {
  parameter: TEMPLATES,
  parameterFile: TEMPLATES,
  stack: TEMPLATES,
  terraformDir: ['terraform'],
  subnet: RUN,
  securityGroup: RUN,
  assignPublicIp: RUN,
  cluster: RUN,
} as const satisfies { readonly [option: string]: readonly SourceKind[] }

type Options = { readonly [Name in keyof typeof BELONGS_TO]?: unknown }

/** An option that changes nothing would leave an answer to another question than the one that was asked. */
export function refuseMisplaced(kind: SourceKind, file: string, options: Options): void {
  for (const name of Object.keys(BELONGS_TO) as (keyof typeof BELONGS_TO)[]) {
    const belongsTo: readonly SourceKind[] = BELONGS_TO[name]
    if (options[name] === undefined || belongsTo.includes(kind)) continue
    const option = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
    throw new CliError({
      code: 'E_USAGE',
      exitCode: 2,
      sentence: (language) => usageWords.misplaced[language]({ option, file, kind, belongsTo }),
    })
  }
}
