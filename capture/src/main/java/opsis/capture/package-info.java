/** The values that the module's packages share; see the module's description in pom.xml. */
package opsis.capture;
