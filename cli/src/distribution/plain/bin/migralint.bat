@echo off
rem Runs Migralint on the Java of this machine: that of MIGRALINT_JAVA_HOME, else of JAVA_HOME, else of the PATH.
rem MIGRALINT_JAVA_OPTIONS is passed to Java, for example -Xmx4g.
setlocal DisableDelayedExpansion
set "migralint_java="
if defined MIGRALINT_JAVA_HOME (
  set "migralint_java=%MIGRALINT_JAVA_HOME%\bin\java.exe"
) else if defined JAVA_HOME (
  set "migralint_java=%JAVA_HOME%\bin\java.exe"
) else (
  for %%j in (java.exe) do set "migralint_java=%%~$PATH:j"
)
if not defined migralint_java goto none
if not exist "%migralint_java%" goto none

rem Options meant for other Java programs of this machine would be announced on standard error, or slow us down.
set "JAVA_TOOL_OPTIONS="
set "JDK_JAVA_OPTIONS="
set "_JAVA_OPTIONS="
set "CLASSPATH="

"%migralint_java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xshare:auto -Dfile.encoding=UTF-8 %MIGRALINT_JAVA_OPTIONS% -cp "%~dp0..\lib\migralint.jar" io.github.migralint.cli.Main %*
exit /b %errorlevel%

:none
echo migralint: Java 21 or newer is needed: set JAVA_HOME or MIGRALINT_JAVA_HOME to the folder of one>&2
exit /b 2
