/** One class a command of the command line; each reads its options and calls one stage. */
package opsis.app.command;
