/** Tests of the shell script that a person starts: {@code ./opsis}, with stand-ins for Java and Maven. */
package opsis.app.launcher;
