/** The SELECT of DuckDB that makes events of one month of the archive; `$.n` of their data counts from `first`. */
export function eventRows(first: number, count: number, month: string): string {
  const one = (list: readonly string[]) =>
    `list_extract([${list.map((code) => `'${code}'`).join(', ')}], 1 + (hash(n * 31 + ${list.length}) % ${list.length})::INTEGER)`;
  const professions = one(['mediator', 'accountant', 'psychologist', 'lawyer', 'financial-adviser', 'coach']);
  return `
    SELECT n::INTEGER AS position, 'cases' AS stream,
           ${one(['relais.referral.sent.v1', 'relais.referral.accepted.v1', 'relais.referral.declined.v1', 'relais.case.opened.v1'])} AS type,
           md5((n // 8)::VARCHAR)::UUID::VARCHAR AS subject, 'C' || upper(left(md5((n // 8)::VARCHAR), 6)) AS code,
           (n % 8 + 1)::INTEGER AS sequence, md5((n // 8)::VARCHAR)::UUID::VARCHAR || ':' || (n % 8 + 1) AS event_id,
           TIMESTAMPTZ '${month}-01 00:00:00+00:00' + to_seconds((n - ${first}) * 2400000 // ${count}) AS time,
           'person' AS by_kind, 'organisation-' || n % 12 AS by_organisation, 'service-' || n % 30 AS by_service,
           (21001 + n % 19)::VARCHAR AS municipality,
           ${one(['horeca', 'retail', 'construction', 'transport', 'business-services'])} AS sector, 'company' AS legal_form,
           ${one(['0', '1-4', '5-9'])} AS size_band, ${one(['<1', '1-2', '3-4', '10+'])} AS age_band,
           ${one(['prevention', 'restructuring', 'distress', 'insolvency'])} AS stage, 'phone' AS channel, 'normal' AS urgency,
           ['fr'] AS languages, ${one(['vat', 'rent', 'energy', 'cash-flow', 'staff'])} AS difficulty, ['vat', 'rent'] AS difficulties,
           md5(n::VARCHAR)::UUID::VARCHAR AS referral_id, ${professions} AS sender, ${professions} AS profession,
           'organisation-' || n % 12 AS organisation, 'service-' || n % 30 AS service, (n % 3)::INTEGER AS hop, NULL::VARCHAR AS reason,
           NULL::VARCHAR AS choice, NULL::VARCHAR AS outcome,
           ('{"n":' || n || ',"to":{"serviceId":"service-' || n % 30 || '","profession":"mediator"},"hop":' || n % 3 ||
             ',"remindAt":"2026-01-01T09:00:00.000Z","answerBy":"2026-01-02T09:00:00.000Z"}')::JSON AS data
      FROM range(${first}, ${first + count}) AS numbers (n)`;
}
