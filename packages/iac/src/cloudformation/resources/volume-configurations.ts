import type { VolumeConfiguration } from '@farsight/core'
import { record } from '../record-shape.ts'
import { fullList, marked, required, text } from '../shape.ts'

/** Of volumes that are configured at launch, as services and arguments of RunTask have them. */
export const volumeConfigurations = marked(
  fullList(
    record<VolumeConfiguration>({ name: required(text), managedEBSVolume: record({ roleArn: required(text) }) }),
  ),
)
