import { idOf, type Recipe, type Spot } from './spot.ts'

/** What the protection of minors' data keeps. */
export const protectionRecipes: Record<string, Recipe> = {
  rightsrequest: { table: 'protection.rights_requests', arrange: (spot) => recordOfKind(spot, 'see') },
  decidedrightsrequest: { table: 'protection.rights_requests', arrange: recordAndDecide },
  unusualaccess: { table: 'protection.unusual_accesses', arrange: findUnusualAccess },
  emergencyaccess: { table: 'children.access_requests', arrange: openInEmergency },
  incident: { table: 'protection.incidents', arrange: recordIncident },
  readyincident: { table: 'protection.incidents', arrange: recordAndFollow },
  retention: { table: 'protection.retentions', idColumn: 'child_id', arrange: closeAndKeep },
  erasure: { table: 'audit.entries', arrange: eraseOne },
  grantedrightsrequest: { table: 'protection.rights_requests', arrange: recordAndGrant },
}

/** One of each kind may wait for a child at a time. */
async function recordOfKind(spot: Spot, kind: string): Promise<string> {
  return idOf(await spot.ask('POST', '/rights-requests', {
    childId: await spot.need('child'), guardianId: await spot.need('guardian'), kind, askedBy: 'guardian', proof: 'household-register',
    requesterName: `${spot.mark}祖母`, wish: `查看${spot.mark}家的登记`, receivedOn: '2026-03-10',
  }))
}

/** A refused one: the test city's office has no right to decide. */
async function recordAndDecide(spot: Spot): Promise<string> {
  const id = await recordOfKind(spot, 'copy')
  await spot.owner.query(
    `update protection.rights_requests set status = 'decided', result = 'refused', refusal_reason = 'not-proved',
        decided_on = '2026-03-12', decided_name = '冯科长'
      where city_id = $1 and id = $2`, [spot.cityId, id])
  return id
}

/** A granted one, decided by a responsible person, who alone makes the copy; with what the grant opened to the responsible persons. */
async function recordAndGrant(spot: Spot): Promise<string> {
  const id = await recordOfKind(spot, 'copy')
  await spot.owner.query(
    `update protection.rights_requests set status = 'decided', result = 'granted', decided_on = '2026-03-16', decided_name = '冯科长',
        decided_by = (select held.account_id from accounts.grants held where held.city_id = $1 and held.role_code = 'guardian-officer' limit 1)
      where city_id = $1 and id = $2`, [spot.cityId, id])
  await spot.owner.query(
    `insert into children.access_grants (city_id, id, scope_code, child_id, account_id, purpose, fields, ground, ground_id, from_at, until_at)
     select asked.city_id, gen_random_uuid(), asked.scope_code, asked.child_id, held.account_id, 'rights',
       array['name', 'idNumber', 'birthOn', 'phone', 'address', 'school', 'health', 'guardians'], 'request', asked.id, '2026-03-16', '2026-03-23'
       from protection.rights_requests asked join accounts.grants held on held.city_id = asked.city_id and held.role_code = 'guardian-officer'
      where asked.city_id = $1 and asked.id = $2`, [spot.cityId, id])
  return id
}

async function findUnusualAccess(spot: Spot): Promise<string> {
  const { rows } = await spot.owner.query<{ id: string }>(
    `insert into protection.unusual_accesses (city_id, id, scope_code, unit_id, found_unit_id, rule, account_id, person_name, happened_on,
       count, entry_ids, child_ids, fields, due_on)
     select $1, gen_random_uuid(), unit.scope_lo, unit.id, unit.id, 'night', gen_random_uuid(), $3, '2026-03-10', 1, '{}', array[$4::uuid], '{name}',
       '2026-03-30' from organization.units unit where unit.city_id = $1 and unit.id = $2 returning id`,
    [spot.cityId, spot.unit.id, `${spot.mark}某`, await spot.need('child')])
  return String(rows[0]?.id)
}

async function openInEmergency(spot: Spot): Promise<string> {
  const asked = { explanation: `${spot.mark}家孩子走失`, fields: ['name'] }
  return idOf(await spot.ask('POST', `/children/${await spot.need('child')}/emergency-access`, asked), 'requestId')
}

async function recordIncident(spot: Spot): Promise<string> {
  return idOf(await spot.ask('POST', '/incidents', {
    unitId: spot.unit.id, kind: 'loss', title: `${spot.mark}名册遗失`, fields: ['name'], childrenCount: 2, cause: '会后遗失', foundAt: '2026-03-15T08:00',
    childIds: [await spot.need('child')],
  }))
}

async function recordAndFollow(spot: Spot): Promise<string> {
  const id = await recordIncident(spot)
  await spot.ask('PATCH', `/incidents/${id}`, {
    version: 1, measures: '已收回', authorityName: '网信办', authorityToldAt: '2026-03-15T09:00', guardiansNote: '未造成危害' })
  return id
}

async function closeAndKeep(spot: Spot): Promise<string> {
  const id = await spot.need('closedchild')
  await spot.owner.query(`insert into protection.retentions (city_id, child_id, scope_code, closed_on, keep_until, rule_version)
    select city_id, id, scope_code, closed_on, '2026-02-28', 1 from children.children where city_id = $1 and id = $2`, [spot.cityId, id])
  return id
}

/** The audit entry of an erasure; the child itself stays for the other walks. */
async function eraseOne(spot: Spot): Promise<string> {
  const { rows } = await spot.owner.query<{ id: string }>(
    `insert into audit.entries (city_id, id, scope_code, epoch, verb, subject_kind, subject_id, person_name, reason, details)
     select $1, gen_random_uuid(), unit.scope_lo, 1, 'child.erased', 'child', gen_random_uuid(), $3, '保存期满', '{"keyFingerprint":"00"}'
       from organization.units unit where unit.city_id = $1 and unit.id = $2 returning id`, [spot.cityId, spot.unit.id, `${spot.mark}某`])
  return String(rows[0]?.id)
}
