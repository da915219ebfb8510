-- The moment of an event by the clock that nobody sets, beside its wall time:
-- what lay between two events can be told after the wall clock was changed.
-- 0 and '' where it is not known.
ALTER TABLE event ADD COLUMN boot_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN boot_id TEXT NOT NULL DEFAULT '';

-- Time between breaking off and going on: it belongs to no slot.
ALTER TABLE interview ADD COLUMN broken_off_ms INTEGER NOT NULL DEFAULT 0;
