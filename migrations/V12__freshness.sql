-- The nightly questions whether pages are still right. Nearly everybody is released, so an index by state leads nowhere;
-- written like this, in the indexes and in the questions, it is no choice for the planner, whatever it knows of the table.
DROP INDEX people_to_remind;
DROP INDEX people_to_rest;
CREATE INDEX people_to_remind ON people (confirmed_at, id)
  WHERE COALESCE(state, '') = 'released' AND (reminded_at IS NULL OR reminded_at < confirmed_at);
CREATE INDEX people_to_rest ON people (reminded_at, id)
  WHERE COALESCE(state, '') = 'released' AND reminded_at >= confirmed_at;
