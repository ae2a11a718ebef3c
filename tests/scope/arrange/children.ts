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
  askedtransfer: { table: 'children.transfers', arrange: (spot) => askForTransfer(spot, 'asker') },
  twinchild: { table: 'children.children', arrange: registerChild },
  childduplicate: { table: 'children.duplicates', arrange: notePair },
  childmerge: { table: 'children.merges', arrange: mergeTwo },
  childlist: { table: 'imports.imports', arrange: compareList, seenBy: (caller) => (caller.role === 'office' || caller.role === 'care-worker' ? 'true'
    : 'false') },
  comparedrow: { table: 'children.compared_rows', arrange: findAmbiguous },
  candidatechild: { table: 'children.children', arrange: findCandidate },
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
async function askForTransfer(spot: Spot, party: 'asker' | 'holder' = 'holder'): Promise<string> {
  const child = await spot.need('child')
  const { rows } = await spot.owner.query<{ id: string }>(
    `insert into children.transfers (city_id, id, scope_code, transfer_id, party, from_unit_id, to_unit_id, child_id, child_label, explanation,
       asked_by, asked_name, asked_on, created_at, updated_at)
     select city_id, gen_random_uuid(), scope_code, gen_random_uuid(), $3, unit_id, unit_id, id, masked_name, '随父母迁来',
            registered_by, '钱干事', registered_on, now(), now()
       from children.children where city_id = $1 and id = $2 returning id`, [spot.cityId, child, party])
  return String(rows[0]?.id)
}

async function attachScan(spot: Spot): Promise<string> {
  const child = await registerChild(spot)
  const consent = await firstRow(spot, 'children.consents', child)
  await spot.ask('POST', `/children/${child}/consents/${consent}/scan`, { file: new File([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])], 'scan.jpg') })
  return consent
}

/** Two records that have something in common, as the job notes them. */
async function notePair(spot: Spot): Promise<string> {
  const pair = [await registerChild(spot), await registerChild(spot)].toSorted()
  const { rows } = await spot.owner.query<{ id: string }>(
    `insert into children.duplicates (city_id, id, scope_code, first_id, second_id, reasons, found_at)
     select city_id, gen_random_uuid(), scope_code, id, $3, '{name-and-birth}', now() from children.children where city_id = $1 and id = $2 returning id`,
    [spot.cityId, ...pair])
  return String(rows[0]?.id)
}

async function mergeTwo(spot: Spot): Promise<string> {
  const [kept, merged] = [await registerChild(spot), await registerChild(spot)]
  await spot.ask('POST', `/children/${kept}/merge`, { version: 1, mergedId: merged, mergedVersion: 1, reason: '户口本核对为同一人' })
  const { rows } = await spot.owner.query<{ id: string }>('select id from children.merges where city_id = $1 and merged_id = $2', [spot.cityId, merged])
  return String(rows[0]?.id)
}

/** A list that names a child nobody knows, and one of whom there are two. */
async function compareList(spot: Spot): Promise<string> {
  const name = `${spot.mark}${serialName(spot.serial())}`
  for (const address of ['东头', '西头']) {
    await spot.ask('POST', '/children', { unitId: spot.unit.id, name, sex: 'male', paperKind: 'none', birthOn: '2014-05-06', address, guardians: [] })
  }
  const rows = ['姓名,性别,出生日期,儿童类别', `${name},男,2014-05-06,困境儿童`, `${spot.mark}名单新人,女,2013-01-02,困境儿童`]
  const file = new File([`\uFEFF${rows.join('\r\n')}\r\n`], 'list.csv', { type: 'text/csv' })
  const id = idOf(await spot.askAs(spot.unit.code, 'POST', '/imports', { kind: 'civil-hardship', file }))
  await spot.askAs(spot.unit.code, 'POST', `/imports/${id}/mapping`, { mapping: { name: 0, sex: 1, birthOn: 2, types: 3 } })
  return id
}

async function findAmbiguous(spot: Spot): Promise<string> {
  const { rows } = await spot.owner.query<{ id: string }>(
    `select id from children.compared_rows where city_id = $1 and import_id = $2 and kind = 'ambiguous'`, [spot.cityId, await spot.need('childlist')])
  return String(rows[0]?.id)
}

/** One of the two whom the row may mean. */
async function findCandidate(spot: Spot): Promise<string> {
  const { rows } = await spot.owner.query<{ id: string }>(
    'select candidate_ids[1] as id from children.compared_rows where city_id = $1 and id = $2', [spot.cityId, await spot.need('comparedrow')])
  return String(rows[0]?.id)
}
