// Sharing Guide in Azure: two instances in Container Apps, PostgreSQL with Entra login alone, the key in Key Vault, logs
// in Log Analytics, and the bot's registration with Teams. One managed identity is the bot, logs in to the database,
// reads the key and pulls the image: there is no secret that ends, and no password.
// Only /api/messages is open to the internet, where Teams has to reach it; the database and the vault are not.
targetScope = 'resourceGroup'

@minLength(2)
@maxLength(20)
@description('Part of every name, given by azd.')
param environmentName string

@description('Where everything is kept, such as uksouth.')
param location string = resourceGroup().location

@description('The image; azd fills it in on later runs. The first run starts a public placeholder.')
param image string = ''

@secure()
@description('A Fernet key for what people write. Make it once, and keep a copy where backups are kept.')
param storageKey string

@description('The council\'s settings, by the names of docs/settings.md; an empty one is not set.')
param settings object

@description('Another instance, for more people: docs/scale.md says when.')
@minValue(2)
@maxValue(10)
param instances int = 2

@allowed(['Standard_B2s', 'Standard_D2ds_v5', 'Standard_D4ds_v5'])
param databaseSku string = 'Standard_D2ds_v5'

@description('A standby of the database in another zone. Not with Standard_B2s.')
param databaseStandby bool = true

var unique = uniqueString(subscription().id, resourceGroup().id, environmentName)
var tags = { 'azd-env-name': environmentName }
var secretsUser = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6') // Key Vault Secrets User
var acrPull = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d') // AcrPull

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-sharing-guide-${unique}'
  location: location
  tags: tags
}

resource logs 'Microsoft.OperationalInsights/workspaces@2022-10-01' = {
  name: 'log-sharing-guide-${unique}'
  location: location
  tags: tags
  properties: {
    retentionInDays: 90
    sku: { name: 'PerGB2018' }
  }
}

resource network 'Microsoft.Network/virtualNetworks@2023-11-01' = {
  name: 'vnet-sharing-guide-${unique}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.90.0.0/16'] }
    subnets: [
      {
        name: 'apps'
        properties: {
          addressPrefix: '10.90.0.0/23'
          delegations: [{ name: 'apps', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'database'
        properties: {
          addressPrefix: '10.90.2.0/28'
          delegations: [{ name: 'database', properties: { serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers' } }]
        }
      }
      { name: 'endpoints', properties: { addressPrefix: '10.90.3.0/28' } }
    ]
  }

  resource apps 'subnets' existing = { name: 'apps' }
  resource database 'subnets' existing = { name: 'database' }
  resource endpoints 'subnets' existing = { name: 'endpoints' }
}

resource databaseZone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: 'sharing-guide.private.postgres.database.azure.com'
  location: 'global'
  tags: tags

  resource link 'virtualNetworkLinks' = {
    name: 'network'
    location: 'global'
    properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: 'psql-sharing-guide-${unique}'
  location: location
  tags: tags
  sku: { name: databaseSku, tier: startsWith(databaseSku, 'Standard_B') ? 'Burstable' : 'GeneralPurpose' }
  properties: {
    version: '16'
    createMode: 'Default'
    authConfig: { activeDirectoryAuth: 'Enabled', passwordAuth: 'Disabled', tenantId: tenant().tenantId }
    network: {
      delegatedSubnetResourceId: network::database.id
      privateDnsZoneArmResourceId: databaseZone.id
    }
    storage: { storageSizeGB: 64, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: 14, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: databaseStandby ? 'ZoneRedundant' : 'Disabled' }
  }
  dependsOn: [databaseZone::link]

  resource guide 'databases' = {
    name: 'guide'
    properties: { charset: 'UTF8', collation: 'en_US.utf8' }
  }

  resource administrator 'administrators' = {
    name: identity.properties.principalId
    properties: { principalName: identity.name, principalType: 'ServicePrincipal', tenantId: tenant().tenantId }
    dependsOn: [guide]
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'kv-${unique}'
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: 'Disabled'
    networkAcls: { bypass: 'AzureServices', defaultAction: 'Deny' }
  }

  resource key 'secrets' = {
    name: 'storage-key'
    properties: { value: storageKey, contentType: 'a Fernet key, which must not end' }
  }
}

resource readsKey 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, secretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: secretsUser
  }
}

resource vaultZone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: 'privatelink.vaultcore.azure.net'
  location: 'global'
  tags: tags

  resource link 'virtualNetworkLinks' = {
    name: 'network'
    location: 'global'
    properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
  }
}

resource vaultEndpoint 'Microsoft.Network/privateEndpoints@2023-11-01' = {
  name: 'pe-${vault.name}'
  location: location
  tags: tags
  properties: {
    subnet: { id: network::endpoints.id }
    privateLinkServiceConnections: [
      { name: 'vault', properties: { privateLinkServiceId: vault.id, groupIds: ['vault'] } }
    ]
  }

  resource zones 'privateDnsZoneGroups' = {
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: 'vault', properties: { privateDnsZoneId: vaultZone.id } }] }
  }
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: 'crsharingguide${unique}'
  location: location
  tags: tags
  sku: { name: 'Basic' }
  properties: { adminUserEnabled: false }
}

resource pulls 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identity.id, acrPull)
  scope: registry
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: acrPull
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: 'cae-sharing-guide-${unique}'
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: { customerId: logs.properties.customerId, sharedKey: logs.listKeys().primarySharedKey }
    }
    vnetConfiguration: { infrastructureSubnetId: network::apps.id, internal: false }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    zoneRedundant: true
  }
}

var given = [for one in items(settings): { name: one.key, value: one.value }]
var own = [
  { name: 'MicrosoftAppId', value: identity.properties.clientId }
  { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
  { name: 'MicrosoftAppTenantId', value: tenant().tenantId }
  {
    name: 'DATABASE_URL'
    value: 'postgresql://${identity.name}@${database.properties.fullyQualifiedDomainName}/guide?sslmode=require&identity=${identity.properties.clientId}'
  }
  { name: 'STORAGE_KEY', secretRef: 'storage-key' }
  { name: 'LOG_FORMAT', value: 'json' }
]

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: 'ca-sharing-guide-${unique}'
  location: location
  tags: union(tags, { 'azd-service-name': 'guide' })
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      // One revision at a time: the new one is ready before the old one gets SIGTERM.
      activeRevisionsMode: 'Single'
      ingress: { external: true, targetPort: empty(image) ? 80 : 3978, transport: 'http', allowInsecure: false }
      registries: [{ server: registry.properties.loginServer, identity: identity.id }]
      secrets: [
        { name: 'storage-key', keyVaultUrl: vault::key.properties.secretUri, identity: identity.id }
      ]
    }
    template: {
      // As long as the bot takes at most to finish what it has in hand.
      terminationGracePeriodSeconds: 45
      scale: { minReplicas: instances, maxReplicas: instances }
      containers: [
        {
          name: 'guide'
          image: empty(image) ? 'mcr.microsoft.com/k8se/quickstart:latest' : image
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: concat(own, given)
          // The placeholder of the first run answers neither.
          probes: empty(image) ? [] : [
            { type: 'Startup', httpGet: { path: '/healthz', port: 3978 }, periodSeconds: 3, failureThreshold: 10 }
            { type: 'Liveness', httpGet: { path: '/healthz', port: 3978 }, periodSeconds: 10, timeoutSeconds: 5 }
            { type: 'Readiness', httpGet: { path: '/readyz', port: 3978 }, periodSeconds: 5, timeoutSeconds: 6 }
          ]
        }
      ]
    }
  }
  dependsOn: [readsKey, pulls, vaultEndpoint::zones, vaultZone::link, database::administrator]
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: 'bot-sharing-guide-${unique}'
  location: 'global'
  tags: tags
  kind: 'azurebot'
  sku: { name: 'F0' } // Teams is a standard channel: messages over it are free
  properties: {
    displayName: 'Sharing Guide'
    endpoint: 'https://${app.properties.configuration.ingress.fqdn}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppMSIResourceId: identity.id
    msaAppTenantId: tenant().tenantId
    disableLocalAuth: true
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: { channelName: 'MsTeamsChannel', properties: { isEnabled: true } }
  }
}

output AZURE_CONTAINER_REGISTRY_ENDPOINT string = registry.properties.loginServer
output MICROSOFT_APP_ID string = identity.properties.clientId
output MESSAGES_ENDPOINT string = bot.properties.endpoint
