import type { CauseId } from '../causes/cause.ts'
import type { CauseWords } from './causes/cause-words.ts'
import { CONTAINERS_CAUSES } from './causes/containers.ts'
import { EXEC_AND_PUSH_CAUSES } from './causes/exec-and-push.ts'
import { IMAGES_CAUSES } from './causes/images.ts'
import { LOGS_CAUSES } from './causes/logs.ts'
import { NETWORK_CAUSES } from './causes/network.ts'
import { PLACEMENT_CAUSES } from './causes/placement.ts'
import { REQUEST_CAUSES } from './causes/request.ts'
import { SECRETS_CAUSES } from './causes/secrets.ts'
import { VOLUMES_CAUSES } from './causes/volumes.ts'

/** Of every cause, why it happens and what to do; what is wrong is its title (`cause-titles.ts`). */
export const causes: { readonly [Id in CauseId]: CauseWords } = {
  ...REQUEST_CAUSES,
  ...PLACEMENT_CAUSES,
  ...NETWORK_CAUSES,
  ...IMAGES_CAUSES,
  ...SECRETS_CAUSES,
  ...LOGS_CAUSES,
  ...VOLUMES_CAUSES,
  ...CONTAINERS_CAUSES,
  ...EXEC_AND_PUSH_CAUSES,
}
