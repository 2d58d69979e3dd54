CREATE TABLE `announcement` (
	`call_seq` integer PRIMARY KEY NOT NULL,
	`zone` text NOT NULL,
	`label` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`ended_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `event` (
	`site` text NOT NULL,
	`incarnation` integer NOT NULL,
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`type` text NOT NULL,
	`v` integer NOT NULL,
	`at` integer NOT NULL,
	`command` text NOT NULL,
	`actor` text NOT NULL,
	`device` text,
	`payload` text NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `event_milestone` ON `event` (`seq`) WHERE type in ('configured', 'day-opened');--> statement-breakpoint
CREATE TABLE `print_job` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket` text NOT NULL,
	`label` text NOT NULL,
	`printer` text NOT NULL,
	`state` text NOT NULL,
	`bytes` blob,
	`attempts` integer NOT NULL,
	`reason` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`told_at` integer
);
--> statement-breakpoint
CREATE INDEX `print_job_ticket` ON `print_job` (`ticket`);--> statement-breakpoint
CREATE INDEX `print_job_open` ON `print_job` (`created_at`) WHERE told_at is null and state != 'withdrawn';--> statement-breakpoint
CREATE TABLE `receipt` (
	`key` text PRIMARY KEY NOT NULL,
	`fingerprint` text NOT NULL,
	`outcome` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `receipt_at` ON `receipt` (`at`);--> statement-breakpoint
CREATE TABLE `session` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`role` text NOT NULL,
	`person` text NOT NULL,
	`counter` integer,
	`booth` text,
	`agency` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
