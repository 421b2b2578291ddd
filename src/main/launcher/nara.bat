@echo off
rem Starts Nara Workbench: without arguments its window, with arguments the command line.
rem JAVA_HOME names the Java to use, else the one on the PATH; NARA_JAVA_OPTIONS adds options for it.
setlocal DisableDelayedExpansion
for %%h in ("%~dp0..") do set "home=%%~fh"

if not defined JAVA_HOME goto check
if not exist "%JAVA_HOME%\bin\java.exe" goto wrong_home
set "PATH=%JAVA_HOME%\bin;%PATH%"

:check
set "version="
for /f "tokens=2,3" %%a in ('java -version 2^>^&1') do if "%%a" == "version" set "version=%%~b"
if not defined version goto no_java
for /f "delims=.-+" %%m in ("%version%") do set "major=%%m"
if %major% lss 17 goto old_java

rem The console shows the UTF-8 that the program writes only under this code page; the old one is put back afterwards.
set "codepage="
for /f "tokens=2 delims=:." %%c in ('chcp') do set "codepage=%%c"
chcp 65001 >nul
rem The window alone needs JavaFX: without a command, only options come.
set "options="
set "classes=classes.jsa"
set "first=%~1"
if not defined first set "first=-"
if "%first:~0,1%" == "-" set options=@"%home%\bin\window.options" --module-path "%home%\lib\javafx"
if "%first:~0,1%" == "-" set "classes="
set "archive="
if defined classes if exist "%home%\lib\%classes%" set archive="-XX:SharedArchiveFile=%home%\lib\%classes%"
java @"%home%\bin\java.options" %options% %archive% "-Dorg.sqlite.lib.path=%home%\lib" %NARA_JAVA_OPTIONS% ^
    -cp "%home%\lib\*" dev.nara.Main %*
set "code=%errorlevel%"
if defined codepage chcp %codepage% >nul
exit /b %code%

:wrong_home
echo nara: JAVA_HOME is %JAVA_HOME%, which holds no bin\java.exe; Java 17 or newer is needed.>&2
exit /b 1

:no_java
echo nara: no Java found; install Java 17 or newer, or set JAVA_HOME.>&2
exit /b 1

:old_java
echo nara: the Java found is %version%; Java 17 or newer is needed.>&2
exit /b 1
