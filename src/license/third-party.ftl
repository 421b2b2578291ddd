<#-- What THIRD-PARTY.txt says: licences, and below each the libraries under it. -->
Libraries that are shipped with Nara Workbench, unchanged, each under its own licence. One that stands under several
may be used under any of these. The jar files hold what else their authors want to be said.

JFreeChart (LGPL 2.1 or later, LGPL-2.1.txt) and the others under the LGPL are jar files of their own, which may be
replaced by other versions. JavaFX is under the GPL 2 (GPL-2.0.txt) with the Classpath Exception: "As a special
exception, the copyright holders of this library give you permission to link this library with independent modules to
produce an executable, regardless of the license terms of these independent modules, and to copy and distribute the
resulting executable under terms of your choice, provided that you also meet, for each linked independent module, the
terms and conditions of the license of that module. An independent module is a module which is not derived from or
based on this library. If you modify this library, you may extend this exception to your version of the library, but
you are not obligated to do so. If you do not wish to do so, delete this exception statement from your version."
<#list licenseMap as entry>
<#if entry.getValue()?has_content>

${entry.getKey()}
<#list entry.getValue() as library>
  ${library.groupId}:${library.artifactId} ${library.version}<#if library.url??>, ${library.url}</#if>
</#list>
</#if>
</#list>
