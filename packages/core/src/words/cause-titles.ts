import type { CauseId } from '../causes/cause.ts'
import { CONTAINERS_TITLES } from './cause-titles/containers.ts'
import { EXEC_AND_PUSH_TITLES } from './cause-titles/exec-and-push.ts'
import { IMAGES_TITLES } from './cause-titles/images.ts'
import { LOGS_TITLES } from './cause-titles/logs.ts'
import { NETWORK_TITLES } from './cause-titles/network.ts'
import { PLACEMENT_TITLES } from './cause-titles/placement.ts'
import { REQUEST_TITLES } from './cause-titles/request.ts'
import { SECRETS_TITLES } from './cause-titles/secrets.ts'
import { VOLUMES_TITLES } from './cause-titles/volumes.ts'
import type { Phrase } from './phrase.ts'

/** One line a cause: what is wrong, without ids and full stop. Most reports need no more of a cause (`causes.ts`). */
export const causeTitles: { readonly [Id in CauseId]: Phrase } = {
  ...REQUEST_TITLES,
  ...PLACEMENT_TITLES,
  ...NETWORK_TITLES,
  ...IMAGES_TITLES,
  ...SECRETS_TITLES,
  ...LOGS_TITLES,
  ...VOLUMES_TITLES,
  ...CONTAINERS_TITLES,
  ...EXEC_AND_PUSH_TITLES,
}
