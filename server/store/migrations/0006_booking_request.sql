ALTER TABLE `booking` ADD `request_key` text;--> statement-breakpoint
CREATE UNIQUE INDEX `booking_request` ON `booking` (`request_key`);