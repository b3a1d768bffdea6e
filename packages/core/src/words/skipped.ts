import type { OtherLaunchKind } from '../model/other-launch.ts'
import { type Phrase, phrase } from './phrase.ts'

/** Why a launch on a launch type other than Fargate is not judged. */
export const skippedLaunchType = phrase<string>({
  en: (launchType) => {
    if (launchType === 'EC2')
      return 'launch type EC2 is not judged; there, a task in awsvpc mode cannot get a public IP address'
    if (launchType === 'MANAGED_INSTANCES')
      return 'Managed Instances are not judged; there, instances that AWS runs in your subnets pull images and write logs'
    return `launch type ${launchType} is not judged`
  },
  ja: (launchType) => {
    if (launchType === 'EC2')
      return '起動タイプ EC2 は判定しません。なお、EC2 上の awsvpc タスクにはパブリック IP アドレスを付与できません'
    if (launchType === 'MANAGED_INSTANCES')
      return 'マネージドインスタンスは判定しません。イメージのプルやログの送信は、サブネット内で AWS が管理するインスタンスが行います'
    return `起動タイプ ${launchType} は判定しません`
  },
})

const batch = phrase({
  en: 'AWS Batch on Fargate is seen and not judged, because Batch makes the tasks itself, in the compute environment of the queue that a job is submitted to',
  ja: 'Fargate 上の AWS Batch は、認識しますが判定しません。ジョブの送信先となるキューのコンピューティング環境に、AWS Batch 自身がタスクを作成するためです',
})

/** Why what is recognized is not judged. */
export const skippedOtherLaunch: { readonly [Kind in OtherLaunchKind]: Phrase } = {
  'express-service': phrase({
    en: 'Express Mode is seen and not judged, because ECS makes the task definition and the service itself; a snapshot taken after the deployment holds them, and they are judged there',
    ja: 'Express Mode は、認識しますが判定しません。タスク定義とサービスを ECS 自身が作成するためです。デプロイ後に取得したスナップショットにはこれらが含まれ、そこで判定できます',
  }),
  'batch-job-definition': batch,
  'batch-compute-environment': batch,
  'eks-fargate-profile': phrase({
    en: 'EKS on Fargate is seen and not judged, because Kubernetes starts these pods and ECS has no part in it',
    ja: 'Fargate 上の EKS は、認識しますが判定しません。Pod を起動するのは Kubernetes で、ECS は関与しないためです',
  }),
}

/** Below an answer that judges nothing. */
export const nothingJudged = phrase({
  en: 'Nothing here is judged: all that would start is skipped, so that this is neither a yes nor a no.',
  ja: '判定した起動はありません。起動対象はすべて対象外のため、起動するともしないとも言えません。',
})
