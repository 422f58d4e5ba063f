; Installer for Windows, made with Inno Setup: iscc /DVersion=1.0.0 /DBinary=waage.exe packaging\windows\waage.iss
; Installs for the person who runs it, without administrator rights.
[Setup]
AppId={{7B0F1B0C-5C2E-4E0B-9C53-7C1B3B6B6A57}
AppName=waage
AppVersion={#Version}
DefaultDirName={autopf}\waage
DefaultGroupName=waage
PrivilegesRequired=lowest
ChangesEnvironment=yes
ChangesAssociations=yes
OutputBaseFilename=waage-{#Version}-windows-x86_64-setup
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
WizardStyle=modern

[Languages]
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[Files]
Source: "{#Binary}"; DestDir: "{app}"; DestName: "waage.exe"; Flags: ignoreversion
Source: "..\..\LICENSE-MIT"; DestDir: "{app}"
Source: "..\..\LICENSE-APACHE"; DestDir: "{app}"
Source: "..\..\docs\anleitung.md"; DestDir: "{app}"; DestName: "Anleitung.md"

[Icons]
; Started from the menu it works in the documents folder, where the answers shall lie, not in the program's.
Name: "{group}\waage"; Filename: "{app}\waage.exe"; WorkingDir: "{userdocs}"
Name: "{userdesktop}\waage"; Filename: "{app}\waage.exe"; WorkingDir: "{userdocs}"

[Registry]
Root: HKA; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Check: NotOnPath('{app}')

[Code]
function NotOnPath(Folder: string): Boolean;
var
  Path: string;
begin
  Folder := ExpandConstant(Folder);
  if not RegQueryStringValue(HKEY_CURRENT_USER, 'Environment', 'Path', Path) then
    Path := '';
  Result := Pos(';' + Uppercase(Folder) + ';', ';' + Uppercase(Path) + ';') = 0;
end;
