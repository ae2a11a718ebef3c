import { idOf, type Recipe, type Spot } from './spot.ts'
import { serialName } from './volunteers.ts'

/** Children with guardians, facts and consents; requests to read their files. */
export const childRecipes: Record<string, Recipe> = {
  child: { table: 'children.children', arrange: registerChild },
  // Whoever registered the child holds an approval for the whole file; for everybody else there is no filled form.
  openedchild: {
    table: 'children.children', arrange: registerChild,
    seenBy: (caller) => `id in (select child_id from children.access_grants where account_id = '${caller.accountId}' and ground = 'registration')`,
  },
  closedchild: { table: 'children.children', arrange: registerAndClose },
  // What registering gave to who registered.
  ownaccess: {
    table: 'children.access_grants', arrange: async (spot) => firstRow(spot, 'children.access_grants', await spot.need('child')),
    seenBy: (caller) => `account_id = '${caller.accountId}'`,
  },
  guardian: { table: 'children.guardians', arrange: async (spot) => firstRow(spot, 'children.guardians', await spot.need('child')) },
  consent: { table: 'children.consents', arrange: async (spot) => firstRow(spot, 'children.consents', await spot.need('child')) },
  // Whoever registered the child holds an approval for it; for everybody else there is no scan to open.
  scannedconsent: {
    table: 'children.consents', arrange: attachScan,
    seenBy: (caller) => `child_id in (select child_id from children.access_grants where account_id = '${caller.accountId}')`,
  },
  fact: { table: 'children.facts', arrange: recordFact },
  childtransfer: { table: 'children.transfers', arrange: askForTransfer },
  accessrequest: {
    table: 'children.access_requests', arrange: requestAccess,
    seenBy: (caller) => (caller.role === 'guardian-officer' ? 'true' : `account_id = '${caller.accountId}'`),
  },
}

/** Registers a child whom nobody knew. */
export async function registerChild(spot: Spot): Promise<string> {
  return idOf(await spot.ask('POST', '/children', {
    unitId: spot.unit.id, name: `${spot.mark}${serialName(spot.serial())}`, sex: 'male', paperKind: 'none', birthOn: '2014-05-06',
    guardians: [{ name: `${spot.mark}祖母`, relation: 'grandmother', isPrimary: true }],
    facts: [{ subject: 'father', kind: 'work', value: 'away', fromOn: '2024-01-01', evidence: 'visit' }],
    consents: [{ kind: 'service', form: 'paper', covers: '接受帮扶', fromOn: '2024-01-01' }],
  }))
}

async function registerAndClose(spot: Spot): Promise<string> {
  const id = await registerChild(spot)
  const { rows } = await spot.owner.query<{ version: number }>('select version from children.children where city_id = $1 and id = $2', [spot.cityId, id])
  await spot.ask('POST', `/children/${id}/close`, { version: rows[0]?.version, reason: 'moved-away', closedOn: '2026-03-16' })
  return id
}

async function firstRow(spot: Spot, table: string, child: string): Promise<string> {
  const { rows } = await spot.owner.query<{ id: string }>(
    `select id from ${table} where city_id = $1 and child_id = $2 order by id limit 1`, [spot.cityId, child])
  return String(rows[0]?.id)
}

async function recordFact(spot: Spot): Promise<string> {
  const child = await spot.need('child')
  return idOf(await spot.ask('POST', `/children/${child}/facts`, {
    subject: 'mother', kind: 'work', value: 'away', fromOn: '2025-01-01', evidence: 'visit' }), 'factId')
}

async function requestAccess(spot: Spot): Promise<string> {
  const child = await spot.need('child')
  return idOf(await spot.ask('POST', `/children/${child}/access-requests`, {
    purpose: 'verification', explanation: `核对${spot.mark}家情况`, fields: ['name'], days: 5,
  }), 'requestId')
}

/** Somebody of another unit asks for a child of this one: the row that the job writes for the holder. */
async function askForTransfer(spot: Spot): Promise<string> {
  const child = await spot.need('child')
  const { rows } = await spot.owner.query<{ id: string }>(
    `insert into children.transfers (city_id, id, scope_code, transfer_id, party, from_unit_id, to_unit_id, child_id, child_label, explanation,
       asked_by, asked_name, asked_on, created_at, updated_at)
     select city_id, gen_random_uuid(), scope_code, gen_random_uuid(), 'holder', unit_id, unit_id, id, masked_name, '随父母迁来',
            registered_by, '钱干事', registered_on, now(), now()
       from children.children where city_id = $1 and id = $2 returning id`, [spot.cityId, child])
  return String(rows[0]?.id)
}

async function attachScan(spot: Spot): Promise<string> {
  const child = await registerChild(spot)
  const consent = await firstRow(spot, 'children.consents', child)
  await spot.ask('POST', `/children/${child}/consents/${consent}/scan`, { file: new File([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])], 'scan.jpg') })
  return consent
}
