CREATE TABLE `device_act` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`device` text NOT NULL,
	`name` text NOT NULL,
	`act` text NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `device_act_at` ON `device_act` (`at`);--> statement-breakpoint
CREATE TABLE `device` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`place` text NOT NULL,
	`hours` text,
	`is_locked` integer NOT NULL,
	`paired_at` integer NOT NULL,
	`token_hash` text,
	`claim_hash` text,
	`claim_until` integer,
	`seen_at` integer,
	`version` text,
	`error_at` integer,
	`error_text` text
);
--> statement-breakpoint
CREATE TABLE `forgotten_credential` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL
);
