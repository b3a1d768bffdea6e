import { isGap } from '../model/known.ts'
import { oneOf } from '../model/one-of.ts'
import type { LaunchContainer } from './containers.ts'
import data from './data/log-drivers.json' with { type: 'json' }
import type { Faults } from './faults.ts'
import { loggingOf, optionIn, writesToLogRouter } from './log-configuration.ts'

/**
 * FireLens takes one container that is the log router, and others that write to it; ECS refuses one without the other.
 * Fargate reads no configuration file from S3.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html
 * @see https://github.com/aws/amazon-cloudwatch-logs-for-fluent-bit/issues/20
 */
export function judgeLogRouter(faults: Faults, containers: readonly LaunchContainer[]): void {
  const routers = containers.filter(({ definition }) => definition.firelensConfiguration !== undefined)
  const writer = containers.find(({ definition }) => writesToLogRouter(definition))
  const [router] = routers
  if (router === undefined) {
    if (writer !== undefined) {
      const at = `${writer.at}/logConfiguration/logDriver`
      faults.fail({ blocker: 'log-router-missing', container: writer.name, at })
    }
    return
  }
  const at = `${router.at}/firelensConfiguration`
  const unknownLog = containers.some(({ definition }) => mayWriteToLogRouter(definition))
  if (writer === undefined && !unknownLog && !isGap(router.definition.firelensConfiguration)) {
    faults.fail({ blocker: 'log-router-unused', container: router.name, at })
  }
  if (routers.length > 1) {
    const gap = { gap: 'not-modeled', what: 'several-log-routers' } as const
    faults.open({ gap, what: { kind: 'log-configuration', id: router.name }, at })
  }
  for (const container of routers) judgeConfiguration(faults, container)
}

function mayWriteToLogRouter(definition: LaunchContainer['definition']): boolean {
  const logging = loggingOf(definition)
  return logging !== null && (isGap(logging) || isGap(logging.driver) || isGap(oneOf(logging.driver, ROUTED)))
}

const ROUTED = ['awsfirelens']

function judgeConfiguration(faults: Faults, { name: container, definition, at }: LaunchContainer): void {
  const { firelensConfiguration: configuration } = definition
  const here = `${at}/firelensConfiguration`
  const what = { kind: 'log-configuration', id: container } as const
  if (configuration === undefined) return
  if (isGap(configuration)) {
    faults.open({ gap: configuration, what, at: here })
    return
  }
  const { type, options = {} } = configuration
  const isRouter = isGap(type) ? type : oneOf(type, data.routers)
  if (isGap(isRouter)) faults.open({ gap: isRouter, what, at: here })
  else if (!isRouter) {
    const option = 'firelensConfiguration.type'
    const wanted = data.routers
    faults.fail({
      blocker: 'log-option-invalid',
      container,
      option,
      value: String(type),
      wanted,
      beside: null,
      at: `${here}/type`,
    })
  }
  const source = isGap(options) ? options : optionIn(options, 'config-file-type')
  if (source === undefined) return
  const isType = isGap(source) ? source : oneOf(source, data.routerConfigTypes)
  if (isGap(isType)) faults.open({ gap: isType, what, at: `${here}/options` })
  else if (!isType) {
    const option = 'config-file-type'
    const wanted = data.routerConfigTypes
    faults.fail({
      blocker: 'log-option-invalid',
      container,
      option,
      value: String(source),
      wanted,
      beside: null,
      at: `${here}/options`,
    })
  }
}
