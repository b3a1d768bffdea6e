import { causeWords } from './cause-words.ts'

/** Causes of containers: their start, health and end. */
export const CONTAINERS_CAUSES = {
  'entrypoint-not-found': causeWords({
    why: {
      en: 'The first word of the command is no program of the image: not in PATH, not executable, or hidden by a volume.',
      ja: 'コマンドの先頭が、イメージで実行できるプログラムではありません。PATH にないか、実行権限がないか、ボリュームで隠れています。',
    },
    remedy: {
      en: 'Correct command and entryPoint; as JSON, every word is one element. Try the image with `docker run`.',
      ja: 'command と entryPoint を直してください。JSON では 1 語が 1 要素です。`docker run` でイメージを試してください。',
    },
  }),
  'image-incomplete': causeWords({
    why: {
      en: 'A user that is given by name needs /etc/passwd, and the working directory must exist.',
      ja: '名前で指定したユーザーには /etc/passwd が必要で、作業ディレクトリも存在する必要があります。',
    },
    remedy: {
      en: 'Give the user as a number, create the directory, or use an image that has both.',
      ja: 'ユーザーを番号で指定するか、ディレクトリを作成するか、両方を含むイメージを使ってください。',
    },
  }),
  'container-start-timeout': causeWords({
    why: {
      en: 'The host or runtime was slow; with platform 1.3.0 and older also where the log driver got no answer.',
      ja: 'ホストまたはランタイムが遅延しました。プラットフォーム 1.3.0 以前では、ログドライバーに応答がない場合にも起こります。',
    },
    remedy: {
      en: 'Start the task again. If it stays, check the path to CloudWatch Logs and the size of the image.',
      ja: 'タスクを再度起動してください。続く場合は、CloudWatch Logs への経路とイメージのサイズを確認してください。',
    },
  }),
  'container-misconfigured': causeWords({
    why: {
      en: 'The runtime refused a setting: a device, capability, limit, port or mount.',
      ja: 'デバイス、ケーパビリティ、制限、ポート、マウントなどの設定をランタイムが拒否しました。',
    },
    remedy: {
      en: 'Remove or correct the setting that the message names; linuxParameters are limited on Fargate.',
      ja: 'メッセージにある設定を取り除くか直してください。Fargate では linuxParameters に制限があります。',
    },
  }),
  'sidecar-failed': causeWords({
    why: {
      en: 'A log router, proxy or agent beside the application did not run.',
      ja: 'アプリケーションと並ぶログルーター、プロキシ、またはエージェントが動作していません。',
    },
    remedy: {
      en: "Look at the companion's exit code and logs, and let the application depend on its health.",
      ja: '補助のコンテナの終了コードとログを確認し、アプリケーションをその正常性に依存させてください。',
    },
  }),
  'container-dependency-failed': causeWords({
    why: {
      en: 'dependsOn waits for START, COMPLETE, SUCCESS or HEALTHY; the container failed or took longer than startTimeout.',
      ja: 'dependsOn は START、COMPLETE、SUCCESS、HEALTHY を待ちますが、コンテナが失敗したか startTimeout を超えました。',
    },
    remedy: {
      en: 'Look at exit code and health of the container that the message names, and raise startTimeout if it is slow.',
      ja: 'メッセージにあるコンテナの終了コードと正常性を確認し、遅い場合は startTimeout を長くしてください。',
    },
  }),
  'environment-too-large': causeWords({
    why: {
      en: 'Linux limits the environment of a new process, secrets included.',
      ja: 'Linux では新しいプロセスの環境の大きさに上限があり、シークレットも含まれます。',
    },
    remedy: {
      en: 'Move large values to a file or have the application read them itself.',
      ja: '大きな値はファイルに移すか、アプリケーションから直接読み取ってください。',
    },
  }),
  'out-of-memory': causeWords({
    why: {
      en: 'It used more than the memory of its container or task; exit code 137 is a kill, of which this is the usual reason.',
      ja: 'コンテナまたはタスクのメモリを超えました。終了コード 137 は強制終了を示し、多くはメモリ不足が理由です。',
    },
    remedy: {
      en: 'Raise memory of container and task, or lower what the application takes; runtimes such as Java need a limit below it.',
      ja: 'コンテナとタスクのメモリを増やすか、使用量を減らしてください。Java などでは、それより低い上限を設定してください。',
    },
  }),
  'application-exited': causeWords({
    why: {
      en: 'The launch worked: the program in the container ran and ended.',
      ja: '起動は成功しており、コンテナのプログラムが実行された後に終了しました。',
    },
    remedy: {
      en: 'Read the end of the logs of the container that exited; its exit code says how it ended.',
      ja: '終了したコンテナのログの末尾を確認してください。終了コードが終わり方を示します。',
    },
  }),
  'health-check-failing': causeWords({
    why: {
      en: 'Path, port, success code or timeout of the check do not suit what the application answers.',
      ja: 'ヘルスチェックのパス、ポート、成功コード、タイムアウトが、アプリケーションの応答と合っていません。',
    },
    remedy: {
      en: 'Ask the application for the path of the check from inside the VPC, and compare port, code and time with the target group.',
      ja: 'VPC 内からヘルスチェックのパスにアクセスし、ポート、コード、時間をターゲットグループと照合してください。',
    },
  }),
  'health-check-grace-too-short': causeWords({
    why: {
      en: 'Without a grace period the first failed checks count from the start of the task.',
      ja: '猶予期間がないと、タスクの開始直後からヘルスチェックの失敗が数えられます。',
    },
    remedy: {
      en: 'Set healthCheckGracePeriodSeconds to longer than the application needs to answer.',
      ja: 'healthCheckGracePeriodSeconds を、アプリケーションが応答できるまでの時間より長くしてください。',
    },
  }),
  'container-health-check-failing': causeWords({
    why: {
      en: 'The command of healthCheck ends with another code than 0, often because the image lacks curl or the port differs.',
      ja: 'healthCheck のコマンドが 0 以外で終了しています。イメージに curl がない、ポートが違うなどが多い原因です。',
    },
    remedy: {
      en: 'Run the command inside the container, with `docker exec` or ECS Exec, and raise startPeriod if it is only slow.',
      ja: '`docker exec` または ECS Exec でコンテナ内でコマンドを実行し、遅いだけなら startPeriod を長くしてください。',
    },
  }),
  'load-balancer-zone-missing': causeWords({
    why: {
      en: 'A load balancer reaches targets only in the zones in which it has a subnet.',
      ja: 'ロードバランサーが到達できるのは、サブネットを持つゾーンのターゲットだけです。',
    },
    remedy: {
      en: 'Enable the zone for the load balancer, or take its subnet out of the service.',
      ja: 'そのゾーンをロードバランサーで有効にするか、サービスからそのサブネットを外してください。',
    },
  }),
  'load-balancer-cannot-reach-task': causeWords({
    why: {
      en: 'Checks time out where the group of the task does not let the load balancer in on the port of the container.',
      ja: 'タスクのセキュリティグループがコンテナのポートへの通信を許可していないと、ヘルスチェックがタイムアウトします。',
    },
    remedy: {
      en: 'Allow the container port from the security group of the load balancer in that of the task.',
      ja: 'タスクのセキュリティグループで、ロードバランサーからコンテナのポートへの通信を許可してください。',
    },
  }),
  'target-group-missing': causeWords({
    why: {
      en: 'The service still names a target group that is gone, or somebody removed the target.',
      ja: 'サービスが既にないターゲットグループを指しているか、ターゲットが取り除かれました。',
    },
    remedy: {
      en: 'Update the service with a target group that exists.',
      ja: '存在するターゲットグループを指定してサービスを更新してください。',
    },
  }),
  'service-discovery-failed': causeWords({
    why: {
      en: 'AWS Cloud Map refused the instance: its quota, a deleted service or permissions.',
      ja: 'クォータ、サービスの削除、権限などの理由で AWS Cloud Map が登録を拒否しました。',
    },
    remedy: {
      en: 'Look at the Cloud Map service that the ECS service names, and its quotas.',
      ja: 'ECS サービスに指定した Cloud Map のサービスと、そのクォータを確認してください。',
    },
  }),
  'service-connect-proxy-unhealthy': causeWords({
    why: {
      en: 'The proxy that ECS adds did not start or does not answer, often for want of memory or path.',
      ja: 'ECS が追加するプロキシが起動しないか応答しません。メモリや経路の不足が多い原因です。',
    },
    remedy: {
      en: 'Give the task some more CPU and memory, and look at the logs of the proxy in the Service Connect configuration.',
      ja: 'タスクの CPU とメモリに余裕を持たせ、Service Connect の設定でプロキシのログを有効にして確認してください。',
    },
  }),
  'task-retired': causeWords({
    why: {
      en: 'Fargate replaces tasks on patched hosts; a service starts another one.',
      ja: 'Fargate は更新済みのホストでタスクを置き換えます。サービスは別のタスクを起動します。',
    },
    remedy: {
      en: 'Nothing is broken. Check that the replacement runs; a task without a service must be started again.',
      ja: '異常ではありません。置き換わったタスクが動いているか確認してください。サービスでないタスクは再度起動が必要です。',
    },
  }),
  'stopped-by-user': causeWords({
    why: { en: 'Somebody called StopTask.', ja: 'StopTask が呼び出されました。' },
    remedy: {
      en: 'Nothing is broken. CloudTrail says who called StopTask.',
      ja: '異常ではありません。StopTask の呼び出し元は CloudTrail で確認できます。',
    },
  }),
  'scaled-in': causeWords({
    why: {
      en: 'The desired count went down, by hand or by auto scaling.',
      ja: '手動または自動スケーリングで、必要なタスク数が減りました。',
    },
    remedy: {
      en: 'Nothing is broken. If it was not wanted, look at the scaling policies.',
      ja: '異常ではありません。意図しない場合は、スケーリングポリシーを確認してください。',
    },
  }),
  'replaced-by-deployment': causeWords({
    why: {
      en: 'A new deployment stops the tasks of the old one when its own run.',
      ja: '新しいデプロイは、自身のタスクが動くと古いタスクを停止します。',
    },
    remedy: {
      en: 'Nothing is broken. Look at the tasks of the new deployment if the service is not as expected.',
      ja: '異常ではありません。サービスの状態が期待と違う場合は、新しいデプロイのタスクを確認してください。',
    },
  }),
} as const
