-- Whose protection passes next: few people have one.
CREATE INDEX people_protected ON people (protected_until) WHERE protected_until IS NOT NULL;
