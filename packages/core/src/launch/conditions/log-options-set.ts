import { isGap, type Known } from '../../model/known.ts'
import { oneOf } from '../../model/one-of.ts'
import { hasPlaceholder } from '../../model/placeholder.ts'
import type { StringMap } from '../../model/task-definition.ts'
import { condition } from '../condition.ts'
import type { LaunchContainer } from '../containers.ts'
import data from '../data/log-drivers.json' with { type: 'json' }
import { Faults } from '../faults.ts'
import { LOG_DRIVERS, type Logging, loggingOf, optionIn } from '../log-configuration.ts'
import { judgeLogRouter } from '../log-router.ts'
import { nameOfDefinition } from '../name-of-definition.ts'
import { loggingContainersOf } from '../service-connect.ts'
import { mayBeSplunkUrl } from '../splunk-host.ts'

/**
 * Which drivers Fargate has, which options they need, and which values they take.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html
 */
export const logOptionsSet = condition({
  step: 'open-log-stream',
  id: 'log-options-set',
  resource: nameOfDefinition,
  judge: (launch) => {
    const faults = new Faults()
    const containers = loggingContainersOf(launch)
    if (containers === null || isGap(containers)) return faults.judgement()
    for (const container of containers) {
      const logging = loggingOf(container.definition)
      // What is not known of a whole configuration is said by itself.
      if (logging !== null && !isGap(logging)) judgeLogging(faults, container, logging)
    }
    judgeLogRouter(faults, containers)
    return faults.judgement()
  },
})

function judgeLogging(faults: Faults, { name, at }: LaunchContainer, logging: Logging): void {
  const { driver, options } = logging
  const here = `${at}/logConfiguration`
  if (isGap(driver) || isGap(options)) return
  const isSupported = oneOf(driver, LOG_DRIVERS)
  if (isGap(isSupported)) {
    faults.open({ gap: isSupported, what: { kind: 'log-configuration', id: name }, at: `${here}/logDriver` })
    return
  }
  if (!isSupported) {
    const supported = LOG_DRIVERS
    faults.fail({ blocker: 'log-driver-unsupported', container: name, driver, supported, at: `${here}/logDriver` })
    return
  }
  const place = { faults, container: name, at: `${here}/options` }
  judgeRequired(place, driver, logging, options)
  if (driver !== 'awsfirelens') judgeDelivery(place, options)
  if (driver === 'awslogs') judgeMultiline(place, options)
  if (driver === 'splunk') judgeSplunkUrl(place, options)
}

interface Where {
  readonly faults: Faults
  readonly container: string
  readonly at: string
}

const REQUIRED: { readonly [driver: string]: readonly string[] | undefined } = data.required

function judgeRequired({ faults, container, at }: Where, driver: string, logging: Logging, options: StringMap): void {
  for (const option of REQUIRED[driver] ?? []) {
    if (optionIn(options, option) !== undefined) continue
    const { secretOptions } = logging
    if (isGap(secretOptions)) {
      faults.open({ gap: secretOptions, what: { kind: 'log-configuration', id: container }, at })
    } else if (!secretOptions.some(({ name }) => name === option)) {
      faults.fail({ blocker: 'log-option-missing', container, option, at })
    }
  }
}

/** `mode` and `max-buffer-size` are options of every driver. */
function judgeDelivery({ faults, container, at }: Where, options: StringMap): void {
  const mode = optionIn(options, 'mode')
  const size = optionIn(options, 'max-buffer-size')
  const isMode = mode === undefined || isGap(mode) ? (mode ?? true) : oneOf(mode, data.values.mode)
  const isSize = size === undefined || isGap(size) ? (size ?? true) : isSizeText(size)
  for (const fits of [isMode, isSize]) {
    if (isGap(fits)) faults.open({ gap: fits, what: { kind: 'log-configuration', id: container }, at })
  }
  if (isMode === false && typeof mode === 'string') {
    const wanted = data.values.mode
    const option = 'mode'
    faults.fail({
      blocker: 'log-option-invalid',
      container,
      option,
      value: mode,
      wanted,
      beside: null,
      at: `${at}/mode`,
    })
  }
  if (isSize === false && typeof size === 'string') {
    const option = 'max-buffer-size'
    const here = `${at}/max-buffer-size`
    faults.fail({
      blocker: 'log-option-invalid',
      container,
      option,
      value: size,
      wanted: ['10m'],
      beside: null,
      at: here,
    })
  }
}

/** As container runtimes read sizes: `25m`, `1g`, `10 MiB`. */
const SIZE = /^\d{1,18}(\.\d{1,18})? ?([kmgtp]?i?b?|b)$/i

function isSizeText(text: string): Known<boolean> {
  return hasPlaceholder(text) ? { gap: 'unresolved', expression: text } : SIZE.test(text)
}

function judgeMultiline({ faults, container, at }: Where, options: StringMap): void {
  const [option = '', beside = ''] = data.exclusive
  const [one, other] = [optionIn(options, option), optionIn(options, beside)]
  if (one === undefined || other === undefined) return
  const gap = isGap(one) ? one : isGap(other) ? other : null
  if (gap !== null) faults.open({ gap, what: { kind: 'log-configuration', id: container }, at })
  else {
    const value = String(one)
    faults.fail({ blocker: 'log-option-invalid', container, option, value, wanted: [], beside, at: `${at}/${option}` })
  }
}

/**
 * Where a part of the URL is not known, the call there says so.
 *
 * @see https://docs.docker.com/engine/logging/drivers/splunk/
 */
function judgeSplunkUrl({ faults, container, at }: Where, options: StringMap): void {
  const option = 'splunk-url'
  const value = optionIn(options, option)
  if (value === undefined || isGap(value) || hasPlaceholder(value) || mayBeSplunkUrl(value)) return
  const wanted = ['https://host:8088']
  faults.fail({ blocker: 'log-option-invalid', container, option, value, wanted, beside: null, at: `${at}/${option}` })
}
