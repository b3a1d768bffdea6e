/** Blocks that the provider never fills itself: where one is not known, it is a `dynamic` one. */
const GIVEN_BLOCKS =
  /^(?:statement|condition|(?:not_)?principals|network_configuration|load_balancer|(?:efs_)?volume(?:_configuration)?|managed_ebs_volume|authorization_config|(?:default_)?capacity_provider_strategy|service_registries|service_connect_configuration|runtime_platform|ephemeral_storage|ecs_target|entry|placement_constraints|deployment_controller|proxy_configuration)$/

/** What the provider may choose inside of blocks. */
const CHOSEN_IN_BLOCKS = /^(?:configure_at_launch|dns_record_ip_type|order)$/

/** Of what is not written, the provider chooses what it can; of blocks that a plan does not show as written, little. */
export function isChosen(attribute: string, isUnmatched: boolean): boolean {
  return isUnmatched ? CHOSEN_IN_BLOCKS.test(attribute) : !GIVEN_BLOCKS.test(attribute)
}
