CREATE TABLE `booking` (
	`code` text PRIMARY KEY NOT NULL,
	`service` text NOT NULL,
	`slot_at` integer NOT NULL,
	`day` text NOT NULL,
	`priority` integer NOT NULL,
	`english` integer NOT NULL,
	`items` integer NOT NULL,
	`state` text NOT NULL,
	`source` text NOT NULL,
	`created_at` integer NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `booking_slot` ON `booking` (`day`,`service`);--> statement-breakpoint
CREATE TABLE `forecast` (
	`ticket` text NOT NULL,
	`leg` integer NOT NULL,
	`day` text NOT NULL,
	`agency` text NOT NULL,
	`service` text NOT NULL,
	`given_at` integer NOT NULL,
	`from_at` integer,
	`to_at` integer,
	`promise` text,
	`closes_at` integer,
	`called_at` integer,
	`ended_at` integer,
	`outcome` text,
	PRIMARY KEY(`ticket`, `leg`)
);
--> statement-breakpoint
CREATE INDEX `forecast_day` ON `forecast` (`day`,`agency`);--> statement-breakpoint
CREATE TABLE `officer` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`agency` text NOT NULL,
	`role` text NOT NULL,
	`active` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `plan` (
	`id` text PRIMARY KEY NOT NULL,
	`effective` text NOT NULL,
	`created_at` integer NOT NULL,
	`by` text NOT NULL,
	`role` text NOT NULL,
	`agency` text,
	`note` text,
	`changes` text NOT NULL,
	`state` text NOT NULL,
	`trouble` text
);
--> statement-breakpoint
CREATE TABLE `remark` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket` text,
	`day` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `remark_day` ON `remark` (`day`);--> statement-breakpoint
CREATE TABLE `shift` (
	`id` text PRIMARY KEY NOT NULL,
	`officer` text NOT NULL,
	`counter` integer NOT NULL,
	`days` text NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text
);
--> statement-breakpoint
CREATE INDEX `shift_counter` ON `shift` (`counter`);