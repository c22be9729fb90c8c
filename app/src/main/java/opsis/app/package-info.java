/** The command line and the wiring of the modules: the only package tree that knows them all. */
package opsis.app;
