import pg from 'pg'

// Text that every version from 15 to 18 writes and reads alike, whatever the server is set to.
const settings = [
  'timezone=UTC', 'datestyle=ISO,YMD', 'intervalstyle=iso_8601', 'extra_float_digits=1', 'bytea_output=hex', 'statement_timeout=0',
  'lock_timeout=0', 'idle_in_transaction_session_timeout=0', 'synchronize_seqscans=off', 'row_security=off',
]

/** Runs work on one connection of the owner; `row_security=off` makes a policy that would hide rows an error instead. */
export async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: ownerUrl, application_name: 'xinhuo-backup', connectionTimeoutMillis: 10_000,
    options: settings.map((setting) => `-c ${setting}`).join(' '),
  })
  // A connection lost between two statements shows at the next one; without a listener it would end the process.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}
