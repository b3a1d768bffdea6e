import type { ManagedEbsVolume, VolumeConfiguration } from '@farsight/core'
import { record } from '../record-shape.ts'
import { fullList, marked, number, required, text } from '../shape.ts'

const managedEbsVolume = record<ManagedEbsVolume>({
  roleArn: required(text),
  volumeType: marked(text),
  sizeInGiB: marked(number),
  snapshotId: marked(text),
  volumeInitializationRate: marked(number),
  iops: marked(number),
  throughput: marked(number),
  filesystemType: marked(text),
  kmsKeyId: marked(text),
})

/** Of volumes that are configured at launch, as services and arguments of RunTask have them. */
export const volumeConfigurations = marked(
  fullList(record<VolumeConfiguration>({ name: required(text), managedEBSVolume: marked(managedEbsVolume) })),
)
