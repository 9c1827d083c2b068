-- What the database says of its own walls, rights, functions and rules, a line each.
-- Rights are spelt out one by one: none said and the usual ones said come to the same.
WITH ours AS (
    SELECT c.*, c.oid::regclass::text AS name FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
), functions AS (
    SELECT p.*, p.oid::regprocedure::text AS name FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND p.prokind IN ('f', 'p')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
), rights AS (
    SELECT 'database' AS what, coalesce(datacl, acldefault('d', datdba)) AS acl
    FROM pg_database WHERE datname = current_database()
    UNION ALL SELECT 'schema ' || nspname, coalesce(nspacl, acldefault('n', nspowner))
    FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema)'
    UNION ALL SELECT 'table ' || name, coalesce(relacl, acldefault('r', relowner))
    FROM ours WHERE relkind IN ('r', 'p', 'v', 'm', 'f')
    UNION ALL SELECT 'sequence ' || name, coalesce(relacl, acldefault('s', relowner))
    FROM ours WHERE relkind = 'S'
    UNION ALL SELECT 'function ' || name, coalesce(proacl, acldefault('f', proowner)) FROM functions
    UNION ALL SELECT 'type ' || t.oid::regtype, coalesce(t.typacl, acldefault('T', t.typowner))
    FROM pg_type t WHERE t.typnamespace = 'public'::regnamespace AND t.typtype IN ('e', 'd')
    UNION ALL SELECT 'column ' || name || '.' || a.attname, a.attacl
    FROM pg_attribute a JOIN ours ON ours.oid = a.attrelid WHERE a.attacl IS NOT NULL
    UNION ALL
    SELECT format('%s to come in %s by %s', defaclobjtype, defaclnamespace::regnamespace, defaclrole::regrole),
           defaclacl
    FROM pg_default_acl
)
SELECT format('%s: %s may %s%s', what, CASE WHEN a.grantee = 0 THEN 'everybody' ELSE a.grantee::regrole::text END,
              a.privilege_type, CASE WHEN a.is_grantable THEN ' and pass it on' ELSE '' END)
FROM rights, aclexplode(acl) AS a
UNION ALL SELECT format('%s %s belongs to %s', relkind, name, relowner::regrole) FROM ours
UNION ALL SELECT format('%s has walls: %s, also for its owner: %s', name, relrowsecurity, relforcerowsecurity)
FROM ours WHERE relkind IN ('r', 'p')
UNION ALL SELECT format('wall %s of %s: %s %s to %s using %s check %s', policyname, tablename, permissive, cmd,
                        roles, qual, with_check) FROM pg_policies
UNION ALL SELECT format('%s belongs to %s and runs with its rights: %s', name, proowner::regrole, prosecdef)
FROM functions
UNION ALL SELECT pg_get_functiondef(oid) FROM functions
UNION ALL SELECT format('%s enabled %s', pg_get_triggerdef(t.oid), t.tgenabled)
FROM pg_trigger t JOIN ours ON ours.oid = t.tgrelid WHERE NOT t.tgisinternal
UNION ALL SELECT format('rule %s of %s: %s', conname, name, pg_get_constraintdef(o.oid))
FROM pg_constraint o JOIN ours ON ours.oid = o.conrelid
UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT format('%s.%s is %s, needed %s, %s %s, else %s', name, a.attname,
                        format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
                        pg_get_expr(v.adbin, v.adrelid))
FROM pg_attribute a JOIN ours ON ours.oid = a.attrelid
LEFT JOIN pg_attrdef v ON v.adrelid = a.attrelid AND v.adnum = a.attnum
WHERE a.attnum > 0 AND NOT a.attisdropped AND ours.relkind IN ('r', 'p', 'v', 'm', 'f')
UNION ALL SELECT format('%s: %s', e.enumtypid::regtype, string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder))
FROM pg_enum e GROUP BY e.enumtypid
