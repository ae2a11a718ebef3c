import { hash } from '@node-rs/argon2'
import pg from 'pg'
import { newId } from '#platform/crypto/id.ts'
import { parentCode, scopeHi, scopeLo } from '#platform/values/scope-code.ts'
import { unitTerms } from '#modules/organization/commands/steps/unit-rows.ts'
import { testCityId, testPassword, testPeople, testUnits } from './people.ts'

/** Fills a freshly migrated database with the test city, signed in as its owner. */
export async function loadTestCity(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`insert into organization.cities (city_id, name, division_code) values ($1, '试验市', '990100')`, [testCityId])
    const unitIds = await loadUnits(client)
    const passwordHash = await hash(testPassword, { memoryCost: 1024, timeCost: 1 })
    for (const person of testPeople) {
      const [accountId, unitId] = [newId(), unitIds.get(person.unit)]
      await client.query(`insert into accounts.accounts (city_id, id, scope_code, unit_id, sign_in_name, person_name) values ($1, $2, $3, $4, $5, $6)`,
        [testCityId, accountId, scopeLo(person.unit), unitId, person.signInName, person.name])
      await client.query('insert into accounts.credentials (city_id, account_id, password_hash, must_change) values ($1, $2, $3, false)',
        [testCityId, accountId, passwordHash])
      await client.query(`insert into accounts.grants (city_id, id, scope_code, account_id, unit_id, role_code, from_on) values
        ($1, $2, $3, $4, $5, $6, '2020-01-01')`,
        [testCityId, newId(), scopeLo(person.unit), accountId, unitId, person.role])
    }
  } finally {
    await client.end()
  }
}

async function loadUnits(client: pg.Client): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const unit of testUnits) {
    const id = newId()
    ids.set(unit.code, id)
    await client.query(`insert into organization.units (city_id, id, parent_id, code
      , scope_lo, scope_hi, level, kind, name, short_name, pinyin, pinyin_initials, established_on)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '', '', $11)`,
    [testCityId, id, ids.get(parentCode(unit.code) ?? '') ?? null, unit.code, scopeLo(unit.code), scopeHi(unit.code), unit.level, unit.kind ?? 'division',
      unit.name, `${unit.name}关工委`, unit.founded === false ? null : '2010-06-01'])
    await client.query(`insert into organization.unit_search_terms (city_id, term, scope_lo, unit_id)
      select $1::int, term, $3::bigint, $4::uuid from unnest($2::text[]) as term`,
    [testCityId, unitTerms({ cityId: testCityId, id, name: unit.name, scopeLo: scopeLo(unit.code) }).map(({ term }) => term), scopeLo(unit.code), id])
  }
  return ids
}
