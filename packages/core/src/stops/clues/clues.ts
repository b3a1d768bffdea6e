import type { Dialed, StopService } from '../stop.ts'
import type { Wording } from '../wording.ts'
import { addressKind } from './address-kind.ts'
import { type Denial, denialIn } from './denial.ts'
import { dialedIn } from './dialed.ts'
import { errorCodeIn } from './error-code.ts'
import { exitCodeIn } from './exit-code.ts'
import { imageIn } from './image.ts'
import { serviceOfAction } from './service-of-action.ts'
import { serviceOfHost } from './service-of-host.ts'
import { serviceOfSdk } from './service-of-sdk.ts'

/** What stands in a text in a form of its own, whatever the sentence around it says. */
export interface Clues {
  readonly errorCode: string | null
  /** The operation that an SDK or the CLI called: `GetAuthorizationToken`. */
  readonly operation: string | null
  readonly denial: Denial | null
  readonly dialed: Dialed | null
  readonly status: number | null
  readonly retries: number | null
  readonly exitCode: number | null
  readonly image: string | null
  /** The first ARN that is not the caller's. */
  readonly arn: string | null
  /** The service, as the operation, the host or the action tells it. */
  readonly service: StopService | null
}

export function cluesOf(wording: Wording): Clues {
  const { text } = wording
  const [, sdk, sdkOperation] = /operation error ([A-Za-z0-9 ]{1,40}): (\w{1,80})/i.exec(text) ?? []
  const [, cliOperation] = /when calling the (\w{1,80}) operation/i.exec(text) ?? []
  const denial = denialIn(wording)
  const dialed = dialedIn(text)
  const image = imageIn(text)
  const service =
    (sdk === undefined ? null : serviceOfSdk(sdk)) ??
    (denial?.action == null ? null : serviceOfAction(denial.action)) ??
    (dialed?.host == null ? null : serviceOfHost(dialed.host)) ??
    serviceOfImage(image) ??
    serviceOfAddress(dialed)
  return {
    errorCode: errorCodeIn(text),
    operation: sdkOperation ?? cliOperation ?? null,
    denial,
    dialed,
    status: statusIn(text),
    retries: retriesIn(text),
    exitCode: exitCodeIn(text),
    image,
    arn: arnIn(text),
    service,
  }
}

/** An address of S3 tells the service where no name does. */
function serviceOfAddress(dialed: Dialed | null): StopService | null {
  return dialed?.host == null && dialed?.ip != null && addressKind(dialed.ip) === 's3' ? 's3' : null
}

function serviceOfImage(image: string | null): StopService | null {
  const [host = '', path] = image?.split('/') ?? []
  if (path === undefined || !/\.[a-z]{2,}(:\d{1,5})?$/i.test(host.slice(-20))) return null
  return serviceOfHost(host) ?? 'registry'
}

/**
 * `StatusCode: 0` is as good as a status: nobody answered. What Docker itself says of a failed connection is a 500, too;
 * only another of its errors is one of the registry.
 */
function statusIn(text: string): number | null {
  for (const pattern of STATUS) {
    const [, status] = pattern.exec(text) ?? []
    if (status !== undefined) return Number(status)
  }
  return null
}

const STATUS: readonly RegExp[] = [
  /status ?code:? ?(\d{1,3})\b/i,
  /API error \((4\d\d)\)/i,
  /\b([45]\d\d) (?:forbidden|not found|unauthorized|too many requests|internal server error|service unavailable|bad gateway|gateway time|bad request)/i,
]

function retriesIn(text: string): number | null {
  const [, retried] = /\bretried (\d{1,3}) ?time/i.exec(text) ?? []
  const [, attempts] = /number of attempts, (\d{1,3})\b/i.exec(text) ?? []
  const [, reached] = /max retries: (\d{1,3})\b/i.exec(text) ?? []
  const count = retried ?? attempts ?? reached
  return count === undefined ? null : Number(count)
}

function arnIn(text: string): string | null {
  for (const [arn] of text.matchAll(/\barn:aws[\w-]{0,20}:[^\s"',)]{1,600}/g)) {
    if (!/^arn:aws[\w-]*:(sts::|iam::[^:]*:user)/.test(arn)) return arn.replace(/[.:;]+$/, '')
  }
  return null
}
