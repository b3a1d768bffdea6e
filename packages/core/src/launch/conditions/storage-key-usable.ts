import type { Cluster } from '../../model/cluster.ts'
import { fails, undecided, WORKS } from '../../model/judgement.ts'
import { isGap, type Known } from '../../model/known.ts'
import { condition } from '../condition.ts'
import { clusterOf } from './cluster-active.ts'

/**
 * A cluster may have Fargate encrypt the storage of its tasks with a key of your own, which Fargate uses by grants that
 * the key's policy must let it make. The policy is not judged here.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-storage-encryption.html
 */
export const storageKeyUsable = condition({
  step: 'attach-network-interface',
  id: 'storage-key-usable',
  judge: (launch, world) => {
    const cluster = clusterOf(world, launch)
    if (cluster === null || isGap(cluster)) return WORKS
    const key = storageKeyOf(cluster.value)
    if (key === undefined) return WORKS
    const at = `${cluster.at}/configuration/managedStorageConfiguration`
    const what = { kind: 'key', id: isGap(key) ? cluster.id : key } as const
    if (isGap(key)) return undecided({ gap: key, what, at })
    const keyId = key.slice(key.lastIndexOf('/') + 1)
    const found = world.find('keys', launch.place, keyId)
    const state = found === null ? 'missing' : isGap(found) ? undefined : found.value.keyState
    if (state !== undefined && !isGap(state) && state !== 'Enabled') {
      return fails({ blocker: 'storage-key-unusable', cluster: cluster.id, keyId, state, at })
    }
    return undecided({ gap: { gap: 'not-modeled', what: 'storage-key-policy', of: keyId }, what, at })
  },
})

function storageKeyOf({ configuration }: Cluster): Known<string> | undefined {
  if (configuration === undefined || isGap(configuration)) return configuration
  const { managedStorageConfiguration: storage } = configuration
  return storage === undefined || isGap(storage) ? storage : storage.fargateEphemeralStorageKmsKeyId
}
