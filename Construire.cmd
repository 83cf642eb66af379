@echo off
rem Construit le cours : à double-cliquer, ou à lancer dans un terminal avec les options de build.py.
setlocal EnableExtensions DisableDelayedExpansion
for /f "tokens=2 delims=:." %%c in ('chcp') do set "page=%%c"
chcp 65001 >nul
rem pushd donne une lettre à un dossier du réseau (\\serveur\partage), où cd ne va pas.
pushd "%~dp0"
rem Le compilateur parle la langue de cette fenêtre; son installateur ne touche pas au PATH.
if not defined LANGUAGE set "LANGUAGE=fr"
set "UV_NO_MODIFY_PATH=1"
if not exist "%~dp0build.py" goto no_build
if not exist "build.py" goto no_folder

call :find_uv
if not defined uv call :install_uv
if not defined uv goto no_uv

rem Met en place Python et les bibliothèques; sans réseau, ceux de la dernière fois suffisent.
set "offline="
if not exist ".venv" echo Première fois : la préparation du compilateur peut prendre quelques minutes…
"%uv%" run --no-dev python -c "" >nul 2>nul
if not errorlevel 1 goto build
set "offline=--offline"
"%uv%" run --offline --no-dev python -c "" >nul 2>nul
if errorlevel 1 goto not_ready
echo Sans Internet : le compilateur de la dernière fois est repris.

:build
"%uv%" run %offline% --no-dev build.py %*
set "code=%errorlevel%"
if "%code%"=="1" goto errors
if "%code%"=="2" goto usage
if "%code%"=="130" goto interrupted
if not "%code%"=="0" goto fault
if not "%~1"=="" goto end
rem Par le chemin entier : la lettre d'un dossier du réseau disparaît avec cette fenêtre.
if exist "dist\base\trainer\index.html" (
    start "" "%~dp0dist\base\trainer\index.html"
) else (
    start "" "%~dp0dist"
)
goto end

rem Cherche uv dans le PATH, puis là où il s'installe d'habitude.
:find_uv
set "uv="
for %%u in (uv.exe) do if not "%%~$PATH:u"=="" set "uv=%%~$PATH:u"
if defined uv exit /b 0
for %%p in (
    "%USERPROFILE%\.local\bin\uv.exe"
    "%USERPROFILE%\.cargo\bin\uv.exe"
    "%LOCALAPPDATA%\Microsoft\WinGet\Links\uv.exe"
    "%USERPROFILE%\scoop\shims\uv.exe"
    "%ProgramData%\chocolatey\bin\uv.exe"
) do if exist "%%~p" set "uv=%%~p"
if defined uv exit /b 0
for /d %%d in ("%APPDATA%\Python\Python*") do if exist "%%~d\Scripts\uv.exe" set "uv=%%~d\Scripts\uv.exe"
exit /b 0

:install_uv
echo uv, le programme qui prépare le compilateur, manque : il s'installe dans votre dossier personnel…
powershell -NoProfile -ExecutionPolicy Bypass -Command "irm https://astral.sh/uv/install.ps1 | iex"
call :find_uv
if defined uv exit /b 0
where /q winget && winget install --id astral-sh.uv --exact --silent --accept-source-agreements --accept-package-agreements
call :find_uv
if defined uv exit /b 0
where /q py && py -m pip install --quiet --user uv
call :find_uv
exit /b 0

:no_folder
set "code=1"
echo.
echo Le dossier de ce fichier n'a pas pu être ouvert.
echo Copier le dossier du cours sur cet ordinateur, puis recommencer.
goto stay

:no_build
set "code=1"
echo.
echo build.py n'est pas à côté de ce fichier.
echo Si le cours est dans un .zip, l'extraire d'abord : clic droit sur le .zip, « Extraire tout ».
goto stay

:no_uv
set "code=1"
echo.
echo uv, le programme qui prépare le compilateur, n'a pas pu être installé.
echo Vérifier la connexion à Internet et recommencer, ou l'installer à la main : https://docs.astral.sh/uv/
goto stay

:not_ready
set "code=1"
"%uv%" run --no-dev python -c ""
echo.
echo Le compilateur n'a pas pu être préparé.
echo La première fois, il faut une connexion à Internet : la vérifier, puis recommencer.
goto stay

:errors
echo.
echo Le cours n'a pas été construit en entier.
echo Chaque message ci-dessus dit le fichier, la ligne et quoi faire : corriger, enregistrer, recommencer.
goto stay

:usage
echo.
echo Une option n'a pas été comprise.
echo Lire le message ci-dessus.
goto stay

:interrupted
echo.
echo La construction a été interrompue.
echo Recommencer : les fichiers d'avant sont toujours là.
goto stay

:fault
echo.
echo Le compilateur s'est arrêté : ce n'est pas la faute du cours.
echo Envoyer le texte de cette fenêtre à la personne qui s'occupe du compilateur.
goto stay

:stay
echo.
echo Appuyer sur une touche pour fermer.
pause >nul

:end
popd
if defined page chcp %page% >nul
exit /b %code%
