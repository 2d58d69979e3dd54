DROP INDEX `event_milestone`;--> statement-breakpoint
CREATE INDEX `event_milestone` ON `event` (`seq`) WHERE type in ('configured', 'reconfigured', 'day-opened');