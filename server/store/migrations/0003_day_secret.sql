CREATE TABLE `day_secret` (
	`day` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL
);
