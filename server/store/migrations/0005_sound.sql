CREATE TABLE `sound_pause` (
	`area` text PRIMARY KEY NOT NULL,
	`since` integer NOT NULL,
	`until` integer
);
--> statement-breakpoint
ALTER TABLE `announcement` ADD `call` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `announcement` ADD `into_seq` integer;