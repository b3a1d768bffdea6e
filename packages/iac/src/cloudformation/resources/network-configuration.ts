import type { AwsvpcConfiguration, LaunchRequest } from '@farsight/core'
import { record } from '../record-shape.ts'
import { list, marked, oneOf, required, text } from '../shape.ts'

type NetworkConfiguration = Exclude<LaunchRequest['networkConfiguration'], undefined | { readonly gap: string }>

/** Of services, of event rules (which spell it `AwsVpcConfiguration`) and of schedules. */
export const networkConfiguration = record<NetworkConfiguration>({
  awsvpcConfiguration: marked(
    record<AwsvpcConfiguration>({
      subnets: required(marked(list(text))),
      securityGroups: marked(list(text)),
      assignPublicIp: marked(oneOf('ENABLED', 'DISABLED')),
    }),
  ),
})
